export { DemoModule } from './demo.module';
export { DemoService, type SignIn } from './demo.service';
